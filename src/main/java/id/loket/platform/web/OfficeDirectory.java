package id.loket.platform.web;

import java.util.Optional;

/** Where the web shell learns which offices there are; the office module implements it. */
public interface OfficeDirectory {

    /** @throws java.util.NoSuchElementException if there is no such office */
    OfficeInfo byId(int officeId);

    Optional<OfficeInfo> byCode(String code);

    /** The office that public pages show when nothing else says which one is meant. */
    OfficeInfo home();
}
