/*
 * Makes pages quicker for those who have JavaScript; every page works without it.
 * Pages say by data attributes what they want; docs/look.md lists them.
 */
(() => {
  "use strict";

  const root = document.documentElement;
  root.classList.add("js");

  const all = (selector, within = document) => [...within.querySelectorAll(selector)];
  const visible = (element) => element.getClientRects().length > 0;
  const isTyping = (element) =>
    element.matches?.("textarea, select, input:not([type=checkbox], [type=radio], [type=button], [type=submit])");

  /* ---------- keys ---------- */

  /** Element that data-key names goes into focus if one can type in it, else it is pressed. */
  function useKey(key) {
    const element = all(`[data-key="${key}"]`).find(visible);
    if (!element) return false;
    if (isTyping(element)) {
      element.focus();
      element.select?.();
    } else {
      element.click();
    }
    return true;
  }

  /** The one main action: of the open dialog, else of the form one is in, else of the page. */
  function pressMain(from) {
    const places = [document.querySelector("dialog[open]"), from.closest?.("form"), document].filter(Boolean);
    for (const place of places) {
      const button = all("[data-main]", place).find((b) => visible(b) && !b.disabled);
      if (button) return void button.click();
      if (place.matches?.("dialog")) return;
    }
  }

  function toRequirements() {
    const first = document.querySelector("[data-segments] input[type=radio]");
    if (!first) return false;
    focusSegment(first.closest("fieldset"));
    return true;
  }

  function follow(rel) {
    const link = document.querySelector(`main a[rel="${rel}"]`);
    link?.click();
    return Boolean(link);
  }

  function onKey(event) {
    if (event.isComposing || event.altKey) return;
    const { key, target } = event;
    const ctrl = event.ctrlKey || event.metaKey;
    let done = false;
    if (ctrl && key === "Enter") {
      pressMain(target);
      done = true;
    } else if (ctrl && key.toLowerCase() === "s") {
      done = useKey("Ctrl+S");
    } else if (ctrl || document.querySelector("dialog[open]")) {
      return;
    } else if (key === "F8" && chooseFile(target)) {
      done = true;
    } else if (key === "F3" && toRequirements()) {
      done = true;
    } else if (/^F[2-9]$/.test(key)) {
      done = useKey(key);
    } else if (segmentKey(event) || rowKey(event)) {
      done = true;
    } else if (!isTyping(target)) {
      if (key === "/") done = useKey("/");
      else if (key === "?") done = openDialog("keys");
      else if (key === "j" || key === "J") done = follow("next");
      else if (key === "k" || key === "K") done = follow("prev");
    }
    if (done) event.preventDefault();
  }

  /* ---------- scans ---------- */

  /** The file field of the row that one is in. */
  function chooseFile(target) {
    const field = target.closest("li")?.querySelector("[data-file] input");
    field?.click();
    return Boolean(field);
  }

  /** The file fields of a check list are hidden behind small buttons: says beside which files were chosen. */
  function showFileName({ target }) {
    const place = target.closest?.("[data-file]");
    if (!place) return;
    const words = place.parentElement.querySelector("[data-file-name]");
    words.textContent = [...target.files].map((file) => file.name).join(", ");
    words.hidden = target.files.length === 0;
    place.classList.toggle("is-chosen", target.files.length > 0);
  }

  /* ---------- check list of requirements: 1 2 3 choose, then on to the next ---------- */

  function focusSegment(fieldset) {
    (fieldset.querySelector("input:checked") ?? fieldset.querySelector("input")).focus();
  }

  function segmentKey({ key, target }) {
    if (!/^[1-9]$/.test(key) || target.type !== "radio") return false;
    const list = target.closest("[data-segments]");
    const fieldset = target.closest("fieldset");
    const choice = list && all("input[type=radio]", fieldset)[key - 1];
    if (!choice) return false;
    choice.checked = true;
    choice.dispatchEvent(new Event("change", { bubbles: true }));
    choice.dispatchEvent(new Event("input", { bubbles: true }));
    const fieldsets = all("fieldset", list);
    focusSegment(fieldsets[fieldsets.indexOf(fieldset) + 1] ?? fieldset);
    return true;
  }

  /* ---------- rows of a work list ---------- */

  function rowKey({ key, target }) {
    const list = target.closest?.("[data-bulk]") ?? document.querySelector("[data-bulk]");
    const inList = list?.contains(target) && !isTyping(target);
    const boxes = list ? all("[data-select]", list) : [];
    if (boxes.length === 0) return false;
    const row = target.closest?.("tr");
    const at = boxes.findIndex((box) => row?.contains(box));
    if (key === "ArrowDown" && (inList || target.matches?.(".scan input, body"))) {
      boxes[Math.min(at + 1, boxes.length - 1)].focus();
      return true;
    }
    if (key === "ArrowUp" && inList && at > -1) {
      boxes[Math.max(at - 1, 0)].focus();
      return true;
    }
    if (key === "Enter" && target.matches?.("[data-select]")) {
      row.querySelector("a[data-open]")?.click();
      return true;
    }
    if (key === "Escape" && boxes.some((box) => box.checked)) {
      selectAll(list, false);
      return true;
    }
    return false;
  }

  function selectAll(list, chosen) {
    all("[data-select]", list).forEach((box) => (box.checked = chosen));
    countSelected(list);
  }

  function countSelected(list) {
    const boxes = all("[data-select]", list);
    const chosen = boxes.filter((box) => box.checked).length;
    all("[data-selected]", list).forEach((words) => {
      words.dataset.hint ??= words.textContent;
      words.textContent = chosen === 0 ? words.dataset.hint : words.dataset.selected.replace("#", chosen);
    });
    all("[data-bulk-bar] button", list).forEach((button) => (button.disabled = chosen === 0));
    all("[data-select-all]", list).forEach((head) => {
      head.checked = chosen > 0 && chosen === boxes.length;
      head.indeterminate = chosen > 0 && chosen < boxes.length;
    });
  }

  function setUpRows(list) {
    list.addEventListener("change", ({ target }) => {
      if (target.matches("[data-select-all]")) selectAll(list, target.checked);
      else countSelected(list);
    });
    all("[data-unselect]", list).forEach((button) => button.addEventListener("click", () => selectAll(list, false)));
  }

  /* ---------- forms that show what matters ---------- */

  /** Whether the form has one of the values for each name: "name=A,B;other=C". No condition is always met. */
  function meets(form, condition) {
    const given = new FormData(form);
    return condition
      .split(";")
      .filter(Boolean)
      .every((part) => {
        const [name, values] = part.split("=");
        return given.getAll(name).some((value) => values.split(",").includes(value));
      });
  }

  /** open: something unanswered; complete: everything answered by its first choice; incomplete: otherwise. */
  function outcome(form) {
    const answers = all("[data-segments] fieldset", form)
      .filter((fieldset) => !fieldset.closest("[hidden]"))
      .map((fieldset) => all("input[type=radio]", fieldset).findIndex((choice) => choice.checked));
    if (answers.includes(-1)) return "open";
    return answers.every((answer) => answer === 0) ? "complete" : "incomplete";
  }

  function showWhatMatters(form) {
    all("[data-when]", form).forEach((part) => (part.hidden = !meets(form, part.dataset.when)));
    all("[data-shown-by]", form).forEach((part) => (part.hidden = !meets(form, part.dataset.shownBy)));
    const now = outcome(form);
    all("[data-consequence] [data-outcome]", form).forEach((part) => (part.hidden = part.dataset.outcome !== now));
  }

  function setUpForm(form) {
    if (!form.querySelector("[data-when], [data-shown-by], [data-consequence]")) return;
    form.addEventListener("change", () => showWhatMatters(form));
    showWhatMatters(form);
  }

  /* ---------- sending only where there is a connection ---------- */

  /** A form with data-unreached in it asks first whether the server can be reached; where not, it says so and keeps everything. */
  async function reachFirst(event) {
    const form = event.target;
    const note = form.querySelector("[data-unreached]");
    if (!note || form.dataset.reached || event.defaultPrevented) return;
    event.preventDefault();
    const reached = await fetch("/favicon.svg", { method: "HEAD", cache: "no-store", signal: AbortSignal.timeout(15_000) }).then(
      () => true,
      () => false,
    );
    note.hidden = reached;
    if (reached) {
      form.dataset.reached = "true";
      form.requestSubmit(event.submitter);
    } else {
      note.focus();
      form.dispatchEvent(new Event("input", { bubbles: true }));
    }
  }

  /* ---------- sending once ---------- */

  function sendOnce(event) {
    const form = event.target;
    if (event.defaultPrevented || form.method !== "post" || form.target || "again" in form.dataset) return;
    if (form.dataset.sent) return event.preventDefault();
    form.dataset.sent = "true";
    /* after the form has been read: a disabled button would not be sent along */
    setTimeout(() => all("button:not([type=button])", form).forEach((button) => (button.disabled = true)));
  }

  function sendAgain() {
    all("form[data-reached]").forEach((form) => delete form.dataset.reached);
    all("form[data-sent]").forEach((form) => {
      delete form.dataset.sent;
      all("button:not([type=button])", form).forEach((button) => (button.disabled = false));
    });
    all("[data-bulk]").forEach(countSelected);
  }

  /* ---------- dialogs and menus ---------- */

  function openDialog(id) {
    const dialog = document.getElementById(id);
    if (!dialog?.showModal) return false;
    dialog.showModal();
    return true;
  }

  function onClick(event) {
    const opener = event.target.closest("[data-dialog]");
    if (opener && openDialog(opener.dataset.dialog)) event.preventDefault();
    const closer = event.target.closest("dialog [data-close]");
    if (closer) {
      closer.closest("dialog").close();
      event.preventDefault();
    }
    all("details[data-menu][open]").forEach((menu) => {
      if (!menu.contains(event.target) || opener) menu.open = false;
    });
  }

  function closeMenu(event) {
    if (event.key !== "Escape") return;
    all("details[data-menu][open]").forEach((menu) => {
      menu.open = false;
      menu.querySelector("summary").focus();
    });
  }

  /* ---------- what was typed and not sent, kept for this tab ---------- */

  const draftKey = (name) => `draft:${document.body.dataset.officer ?? ""}:${name}`;
  const draftFields = (form) =>
    [...form.elements].filter((field) => field.name && !["hidden", "password", "file", "submit", "button"].includes(field.type));

  function readDraft(form) {
    return draftFields(form)
      .filter((field) => (["radio", "checkbox"].includes(field.type) ? field.checked : field.value !== ""))
      .map((field) => [field.name, field.value]);
  }

  function writeDraft(form, values) {
    draftFields(form).forEach((field) => {
      const mine = values.filter(([name]) => name === field.name).map(([, value]) => value);
      if (["radio", "checkbox"].includes(field.type)) field.checked = mine.includes(field.value);
      else field.value = mine[0] ?? "";
    });
    form.dispatchEvent(new Event("change", { bubbles: true }));
  }

  function showDraftNote(form, at) {
    const note = document.getElementById("draft-note").content.firstElementChild.cloneNode(true);
    const text = note.querySelector("[data-text]");
    text.textContent = text.dataset.text.replace("#", at);
    note.querySelector("button").addEventListener("click", () => {
      sessionStorage.removeItem(draftKey(form.dataset.draft));
      writeDraft(form, []);
      note.remove();
    });
    form.prepend(note);
  }

  function setUpDraft(form) {
    const key = draftKey(form.dataset.draft);
    const now = document.getElementById("draft-note").dataset.now;
    const keep = (sent) => sessionStorage.setItem(key, JSON.stringify({ at: now, sent, values: readDraft(form) }));
    let waiting;
    form.addEventListener("input", () => {
      clearTimeout(waiting);
      waiting = setTimeout(() => keep(false), 300);
    });
    form.addEventListener("submit", () => {
      clearTimeout(waiting);
      keep(true);
    });
    all("[data-draft-clear]", form).forEach((button) =>
      button.addEventListener("click", () => {
        clearTimeout(waiting);
        sessionStorage.removeItem(key);
        writeDraft(form, []);
        all("input[type=file]", form).forEach((field) => (field.value = ""));
      }),
    );
    const kept = JSON.parse(sessionStorage.getItem(key));
    /* a form that came back with errors carries what was typed itself */
    if (!kept || document.querySelector(".errors")) return;
    writeDraft(form, kept.values);
    showDraftNote(form, kept.at);
  }

  /** A form that was sent and led to another page than an error page has arrived: its draft is no longer needed. */
  function forgetArrivedDrafts() {
    if (document.querySelector(".sorry")) return;
    const here = all("form[data-draft]").map((form) => draftKey(form.dataset.draft));
    Object.keys(sessionStorage)
      .filter((key) => key.startsWith("draft:") && !here.includes(key) && JSON.parse(sessionStorage.getItem(key)).sent)
      .forEach((key) => sessionStorage.removeItem(key));
  }

  /* ---------- a part of the page that follows what one types ---------- */

  function setUpLive(form) {
    const part = document.getElementById(form.dataset.live);
    let waiting;
    let asked = 0;
    const look = async () => {
      const mine = ++asked;
      const answer = await fetch(form.action, { method: "POST", body: new URLSearchParams(new FormData(form)) }).catch(() => null);
      if (!answer?.ok || mine !== asked) return;
      const said = new DOMParser().parseFromString(await answer.text(), "text/html").getElementById(part.id);
      if (said && mine === asked) part.replaceChildren(...said.childNodes);
    };
    form.addEventListener("input", () => {
      clearTimeout(waiting);
      waiting = setTimeout(look, 400);
    });
  }

  /* ---------- camera ---------- */

  async function scanByCamera(form) {
    const stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: "environment" } });
    const dialog = document.createElement("dialog");
    const video = Object.assign(document.createElement("video"), { srcObject: stream, muted: true, playsInline: true });
    const close = Object.assign(document.createElement("button"), { className: "btn", textContent: form.dataset.close });
    close.addEventListener("click", () => dialog.close());
    dialog.append(video, close);
    dialog.addEventListener("close", () => {
      stream.getTracks().forEach((track) => track.stop());
      dialog.remove();
    });
    document.body.append(dialog);
    dialog.showModal();
    await video.play();
    const detector = new BarcodeDetector({ formats: ["qr_code"] });
    while (dialog.open) {
      const [code] = await detector.detect(video).catch(() => []);
      if (code) {
        form.querySelector("input").value = code.rawValue;
        dialog.close();
        form.requestSubmit();
        return;
      }
      await new Promise((resolve) => setTimeout(resolve, 150));
    }
  }

  function setUpCamera(form) {
    const button = form.querySelector(".scan-camera");
    if (!("BarcodeDetector" in window) || !navigator.mediaDevices) return;
    button.hidden = false;
    button.addEventListener("click", () => scanByCamera(form).catch(() => form.querySelector("input").focus()));
  }

  /* ---------- signature ---------- */

  function setUpSignature(place) {
    const canvas = place.querySelector("canvas");
    const field = place.querySelector("input[type=hidden]");
    const pad = new SignaturePad(canvas);
    const fit = () => {
      const drawn = pad.toData();
      const scale = Math.max(window.devicePixelRatio, 1);
      canvas.width = canvas.offsetWidth * scale;
      canvas.height = canvas.offsetHeight * scale;
      canvas.getContext("2d").scale(scale, scale);
      pad.clear();
      pad.fromData(drawn);
    };
    const keep = () => (field.value = pad.isEmpty() ? "" : canvas.toDataURL("image/png"));
    pad.addEventListener("endStroke", keep);
    place.querySelector("button").addEventListener("click", () => {
      pad.clear();
      keep();
    });
    window.addEventListener("resize", fit);
    fit();
  }

  /* ---------- begin ---------- */

  document.addEventListener("keydown", onKey);
  document.addEventListener("keydown", closeMenu);
  document.addEventListener("click", onClick);
  document.addEventListener("change", showFileName);
  document.addEventListener("submit", reachFirst);
  document.addEventListener("submit", sendOnce);
  document.addEventListener("submit", ({ target }) => {
    if (target.getAttribute("action") === "/keluar") sessionStorage.clear();
  });
  window.addEventListener("pageshow", sendAgain);
  document.addEventListener("DOMContentLoaded", () => {
    all("[data-bulk]").forEach(setUpRows);
    all("form").forEach(setUpForm);
    all("form[data-live]").forEach(setUpLive);
    all(".scan").forEach(setUpCamera);
    forgetArrivedDrafts();
    all("form[data-draft]").forEach(setUpDraft);
    if ("SignaturePad" in window) all("[data-signpad]").forEach(setUpSignature);
  });
})();
