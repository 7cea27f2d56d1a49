package dev.tenon.database.transaction;

/** The sources of the beans that {@link TransactionalTest} calls. */
final class TransactionalBeans {

    /** The beans under test: each method does one thing, and calls what it is given. */
    static final String OUTER =
            """
            @ApplicationScoped class Outer {
                @Inject SessionFactory sessions;
                @Inject Inner inner;

                void add(String name) {
                    sessions.write(s -> s.execute("insert into item(name) values (?)", name));
                }
                long count() {
                    return sessions.read(s -> s.query("select count(*) from item").one(Long.class));
                }
                @Transactional Object required(Callable<?> work) throws Exception {
                    add("outer");
                    return work.call();
                }
                @Transactional(TxType.REQUIRES_NEW) Object requiresNew(Callable<?> work) throws Exception {
                    add("outer");
                    return work.call();
                }
                @Transactional(rollbackOn = java.io.IOException.class)
                Object rollbackOn(Callable<?> work) throws Exception {
                    add("outer");
                    return work.call();
                }
                @Transactional(dontRollbackOn = IllegalArgumentException.class, rollbackOn = RuntimeException.class)
                Object dontRollbackOn(Callable<?> work) throws Exception {
                    add("outer");
                    return work.call();
                }
                Object around(Callable<?> work) throws Exception { return required(work); }
            }
            """;

    static final String INNER =
            """
            @ApplicationScoped class Inner {
                @Inject SessionFactory sessions;

                Object add(Callable<?> work) throws Exception {
                    sessions.write(s -> s.execute("insert into item(name) values ('inner')"));
                    return work.call();
                }
                @Transactional Object required(Callable<?> work) throws Exception { return add(work); }
                @Transactional(TxType.REQUIRES_NEW) Object requiresNew(Callable<?> work) throws Exception { return add(work); }
                @Transactional(TxType.MANDATORY) Object mandatory(Callable<?> work) throws Exception { return add(work); }
                @Transactional(TxType.SUPPORTS) Object supports(Callable<?> work) throws Exception { return add(work); }
                @Transactional(TxType.NOT_SUPPORTED) Object notSupported(Callable<?> work) throws Exception { return work.call(); }
                @Transactional(TxType.NEVER) Object never(Callable<?> work) throws Exception { return add(work); }
            }
            """;

    static final String CLASS_LEVEL =
            """
            @Transactional(TxType.MANDATORY) @ApplicationScoped class Strict {
                Object mandatory(Callable<?> work) throws Exception { return work.call(); }
                @Transactional(TxType.NOT_SUPPORTED) Object notSupported(Callable<?> work) throws Exception { return work.call(); }
                @Transactional(TxType.REQUIRED) Object required(Callable<?> work) throws Exception { return work.call(); }
            }
            """;

    /** What the tests do, by name. */
    static final String CASES =
            """
            @ApplicationScoped class Cases {
                @Inject Outer outer;
                @Inject Inner inner;
                @Inject Strict strict;
                @Inject SessionFactory sessions;

                static Object unchecked() { throw new IllegalStateException("unlucky"); }
                static Object excepted() { throw new IllegalArgumentException("excepted"); }
                static Object checked() throws Exception { throw new java.io.IOException("unlucky"); }
                static Object error() { throw new AssertionError("unlucky"); }

                Object run(String name) throws Exception {
                    return switch (name) {
                        case "commits" -> outer.required(() -> inner.required(() -> "done"));
                        case "sees its own" -> outer.required(() -> outer.count());
                        case "nobody else sees it" -> outer.required(() ->
                                CompletableFuture.supplyAsync(() -> outer.count()).get(20, TimeUnit.SECONDS));
                        case "unchecked" -> outer.required(Cases::unchecked);
                        case "error" -> outer.required(Cases::error);
                        case "checked" -> outer.required(Cases::checked);
                        case "rollbackOn" -> outer.rollbackOn(Cases::checked);
                        case "dontRollbackOn" -> outer.dontRollbackOn(Cases::excepted);
                        case "inner unchecked" -> outer.required(() -> inner.required(Cases::unchecked));
                        case "inner checked" -> outer.required(() -> inner.required(Cases::checked));
                        case "inner caught" -> outer.required(() -> caught(() -> inner.required(Cases::unchecked)));
                        case "inner checked caught" -> outer.required(() -> caught(() -> inner.required(Cases::checked)));
                        case "inner caught, then checked" -> outer.required(() -> {
                            caught(() -> inner.required(Cases::unchecked));
                            return checked();
                        });
                        case "joined statement caught" -> outer.required(() -> caught(() -> {
                            outer.add("outer");
                            return "";
                        }));
                        case "requires new" -> outer.requiresNew(() -> "done");
                        case "requires new within" -> outer.required(() -> inner.requiresNew(() -> "done"));
                        case "requires new within not supported within" ->
                                outer.required(() -> strict.notSupported(() -> inner.requiresNew(() -> "done")));
                        case "required within a write" -> sessions.write(s -> inner.required(() -> "done"));
                        case "writes asynchronously within" -> outer.required(() -> addSoon().join());
                        case "writes asynchronously in not supported within" ->
                                outer.required(() -> inner.notSupported(() -> addSoon().join()));
                        case "writes asynchronously after the commit" -> {
                            var adding = new ArrayList<CompletableFuture<?>>();
                            outer.required(() -> sessions.write(s -> {
                                s.afterCommit(() -> adding.add(addSoon()));
                                return null;
                            }));
                            yield adding.getFirst().get(20, TimeUnit.SECONDS);
                        }
                        case "reads asynchronously within" -> outer.required(() ->
                                sessions.readAsync(ReadOptions.DEFAULT,
                                        s -> s.query("select count(*) from item").one(Long.class))
                                        .get(20, TimeUnit.SECONDS));
                        case "mandatory" -> inner.mandatory(() -> "done");
                        case "mandatory within" -> outer.required(() -> inner.mandatory(() -> "done"));
                        case "supports" -> inner.supports(Cases::unchecked);
                        case "supports within" -> outer.required(() -> inner.supports(Cases::unchecked));
                        case "not supported within" -> outer.required(() -> inner.notSupported(() -> outer.count()));
                        case "never" -> inner.never(() -> "done");
                        case "never within" -> outer.required(() -> inner.never(() -> "done"));
                        case "self" -> outer.around(() -> { throw new IllegalStateException("unlucky"); });
                        case "class level" -> strict.mandatory(() -> "done");
                        case "method before class" -> strict.required(() -> "done");
                        case "after commit" -> {
                            var order = Collections.synchronizedList(new ArrayList<String>());
                            outer.required(() -> {
                                sessions.write(s -> {
                                    s.afterCommit(() -> order.add("after the commit: " + seenElsewhere()));
                                    return null;
                                });
                                order.add("end of the method");
                                return "";
                            });
                            yield String.join(", ", order);
                        }
                        case "after commit of what is rolled back" -> {
                            var ran = new ArrayList<String>();
                            caught(() -> outer.required(() -> {
                                sessions.write(s -> { s.afterCommit(() -> ran.add("ran")); return null; });
                                return unchecked();
                            }));
                            yield ran.toString();
                        }
                        case "session after the method" -> {
                            var kept = new ArrayList<Session>();
                            outer.required(() -> sessions.write(kept::add));
                            yield kept.getFirst().execute("delete from item");
                        }
                        default -> throw new AssertionError(name);
                    };
                }

                private CompletableFuture<Long> addSoon() {
                    return sessions.writeAsync(WriteOptions.DEFAULT,
                            s -> s.execute("insert into item(name) values ('soon')"));
                }

                private long seenElsewhere() {
                    return CompletableFuture.supplyAsync(() -> outer.count()).join();
                }

                private static Object caught(Callable<?> work) throws Exception {
                    try {
                        return work.call();
                    } catch (Exception e) {
                        return "caught";
                    }
                }
            }
            """;

    static final String OFFER =
            """
            @Override public void start(ModuleContext context) {
                var cases = context.beans().select(Cases.class).get();
                context.services().offer(
                        ServiceKey.of(Callable.class, "case"),
                        () -> cases.run(System.getProperty("tenon.test.case")));
            }
            """;

    private TransactionalBeans() {}
}
