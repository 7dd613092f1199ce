// The desk works without this: keys to go from item to item, and a day that turns at once.
"use strict";

const items = () => [...document.querySelectorAll(".item")];
let at = -1;

function go(step) {
  const all = items();
  if (all.length === 0) return;
  at = Math.min(Math.max(at + step, 0), all.length - 1);
  all.forEach((item, place) => item.classList.toggle("here", place === at));
  const link = all[at].querySelector("a");
  (link ?? all[at]).focus({ preventScroll: true });
  all[at].scrollIntoView({ block: "center" });
}

function help() {
  const known = document.querySelector(".keys");
  if (known) {
    known.close();
    known.remove();
    return;
  }
  const dialog = document.createElement("dialog");
  dialog.className = "keys";
  dialog.setAttribute("aria-label", "Keys");
  const list = document.createElement("dl");
  for (const [key, what] of [["j, k", "next item, the one before"], ["/", "words to search for"], ["?", "these keys"], ["Esc", "close"]]) {
    const term = document.createElement("dt");
    const told = document.createElement("dd");
    term.textContent = key;
    told.textContent = what;
    list.append(term, told);
  }
  dialog.append(list);
  dialog.addEventListener("close", () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
}

document.addEventListener("keydown", (event) => {
  const isTyping = event.target.closest("input, select, textarea");
  if (isTyping || event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.key === "j") go(1);
  else if (event.key === "k") go(-1);
  else if (event.key === "?") help();
  else if (event.key === "/") {
    const field = document.querySelector("main input[type=search], main input[name=q]");
    event.preventDefault();
    if (field) field.focus();
    else location.assign("/search");
  }
});

const day = document.querySelector("#as-of");
if (day) {
  const label = day.form.querySelector("output");
  const now = label.textContent;
  let turning = 0;
  day.addEventListener("input", () => {
    // days are counted from 1 January of the year 1, which is 719163 days before 1970
    const shown = new Date((Number(day.value) - 719163) * 86400000).toISOString().slice(0, 10);
    label.textContent = day.value === day.max ? "now" : shown;
    day.setAttribute("aria-valuetext", label.textContent);
    clearTimeout(turning);
    if (label.textContent !== now) turning = setTimeout(() => day.form.submit(), 700);
  });
}
