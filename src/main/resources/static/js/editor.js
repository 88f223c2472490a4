/*
 * The text of a draft: says while one types what is to be mended, and shows how the page will look. Without it the buttons beside the text
 * do the same.
 */
(() => {
  "use strict";

  const form = document.querySelector("[data-editor]");
  if (!form) return;
  const text = form.querySelector("textarea");
  const numbers = form.querySelector(".yaml-lines");
  const findings = form.querySelector("[data-findings]");
  const frame = form.querySelector("[data-preview-frame]");
  const PAUSE = 500;
  let waiting;
  let asked = 0;

  function number() {
    const lines = text.value.split("\n").length;
    while (numbers.children.length > lines) numbers.lastChild.remove();
    while (numbers.children.length < lines) {
      const line = document.createElement("span");
      line.id = `baris-${numbers.children.length + 1}`;
      line.textContent = numbers.children.length + 1;
      numbers.append(line);
    }
  }

  function mark() {
    const found = new Set([...findings.querySelectorAll("li:not(.is-warning) [data-line]")].map((a) => a.dataset.line));
    for (const line of numbers.children) line.classList.toggle("is-found", found.has(line.textContent));
  }

  function goTo(line, column) {
    const lines = text.value.split("\n");
    const at = lines.slice(0, line - 1).reduce((sum, l) => sum + l.length + 1, 0);
    text.focus();
    text.setSelectionRange(at + Math.min(column - 1, lines[line - 1]?.length ?? 0), at + (lines[line - 1]?.length ?? 0));
    const height = parseFloat(getComputedStyle(text).lineHeight);
    text.scrollTop = Math.max(0, (line - 1) * height - text.clientHeight / 3);
    text.scrollLeft = 0;
    if (text.getBoundingClientRect().top < 0) text.scrollIntoView({ block: "start" });
  }

  async function ask(address) {
    const answer = await fetch(address, { method: "POST", body: new FormData(form) });
    if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
    return answer.text();
  }

  async function look() {
    const mine = ++asked;
    try {
      const said = await ask(form.dataset.check);
      if (mine !== asked) return;
      findings.innerHTML = said;
      mark();
      if (findings.querySelector('[data-sound="true"]')) {
        const page = await ask(form.dataset.preview);
        if (mine === asked) frame.srcdoc = page;
      }
    } catch {
      // the buttons still work; the next key asks again
    }
  }

  text.addEventListener("input", () => {
    number();
    clearTimeout(waiting);
    waiting = setTimeout(look, PAUSE);
  });
  text.addEventListener("scroll", () => (numbers.scrollTop = text.scrollTop));
  findings.addEventListener("click", (event) => {
    const link = event.target.closest("[data-line]");
    if (!link) return;
    event.preventDefault();
    goTo(Number(link.dataset.line), Number(link.dataset.column));
  });
  number();
  mark();
  look();
  const wanted = location.hash.match(/^#baris-(\d+)$/);
  if (wanted) goTo(Number(wanted[1]), 1);
})();
