/** Sums up the notes: a plugin that requires another one and uses its service. */
module sample.digest {
    requires sample.notes;
    requires org.slf4j;

    provides dev.tenon.core.ModulePlugin with
            sample.digest.DigestModule;
}
