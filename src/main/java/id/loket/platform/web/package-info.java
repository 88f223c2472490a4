/**
 * The web shell: what every page has in common. {@link id.loket.platform.web.Ui} is in every template; layouts and components
 * are under {@code src/main/jte}, and {@code docs/look.md} lists them.
 */
@org.springframework.modulith.NamedInterface("web")
package id.loket.platform.web;
