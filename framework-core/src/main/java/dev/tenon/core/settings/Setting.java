package dev.tenon.core.settings;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Describes one setting of a module: a method without parameters of the interface that {@code
 * dev.tenon.core.Module.settings} names.
 *
 * <p>The setting {@code pageSize()} of the module {@code sample.notes} is {@code
 * sample.notes.page-size}. Types: {@code String}, {@link Secret}, primitives and their wrappers,
 * enums, {@code Duration}, {@code Path}, {@code URI}, whatever else of Java has a static {@code
 * valueOf}, {@code of} or {@code parse}, or a constructor, that takes a string; {@code Optional},
 * {@code List} and {@code Set} of these; an interface of the same kind, whose settings stand below
 * the name; and {@code Map} from {@code String} to one of these or to such an interface. A method
 * with one parameter, a {@code String}, that returns such an interface stands for settings below
 * any name: those of {@code mailbox(String name)} for "sales" are {@code
 * sample.notes.mailbox.sales.…}.
 *
 * <p>A setting without a default has to be set, unless its type is {@code Optional}, {@code List},
 * {@code Set} or {@code Map}, which are empty then. The annotation may be left out; then the
 * setting has no description.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Setting {

    /** What the setting is for, as one sentence. Default: none. */
    String description() default "";

    /** The value where no source has one, written as in a file. Default: none. */
    String defaultValue() default "";

    /** The name below that of the module. Default: the method's, {@code pageSize} as page-size. */
    String name() default "";

    /**
     * Other names under which the value is understood, whole as they are, and in the section {@code
     * [DEFAULT]} of a file with sections. Of a setting below any name, {@code NAME.ALIAS}. If a
     * source has several of them, the setting's own name wins. Default: none.
     */
    String[] aliases() default {};

    /** The least value that is allowed, of the setting's type. Default: no limit. */
    String min() default "";

    /** The greatest value that is allowed, of the setting's type. Default: no limit. */
    String max() default "";

    /** The regular expression that the whole text has to match. Default: any text. */
    String pattern() default "";
}
