// Every picture is there without this: it makes one answer to the pointer where the reader asks.
const dark = matchMedia("(prefers-color-scheme: dark)");
let library;

function load() {
  library ??= new Promise((done, failed) => {
    const script = document.createElement("script");
    script.type = "module";
    script.src = "/scripts/vega.js";
    script.addEventListener("load", done);
    script.addEventListener("error", failed);
    document.head.append(script);
  });
  return library;
}

const tip = document.createElement("dl");
tip.className = "pictures-tip";
tip.setAttribute("role", "status");
tip.hidden = true;
document.body.append(tip);

// What a mark says, as text: words of strangers never become elements.
function tell(_, event, item, value) {
  tip.hidden = value === null || value === undefined || value === "";
  if (tip.hidden) return;
  const told = typeof value === "object" ? Object.entries(value) : [["", value]];
  tip.replaceChildren(...told.flatMap(([name, words]) => {
    const term = document.createElement("dt");
    const said = document.createElement("dd");
    term.textContent = name;
    said.textContent = String(words);
    said.dir = "auto";
    return [term, said];
  }));
  const box = tip.getBoundingClientRect();
  const x = Math.min(event.clientX + 14, innerWidth - box.width - 8);
  const below = event.clientY + 14;
  const y = below + box.height > innerHeight ? event.clientY - box.height - 14 : below;
  tip.style.left = `${Math.max(x, 8)}px`;
  tip.style.top = `${Math.max(y, 8)}px`;
}

async function draw(figure, drawing) {
  await load();
  const answer = await fetch(dark.matches ? figure.dataset.dark : figure.dataset.light);
  if (!answer.ok) throw new Error(`the picture was not answered: ${answer.status}`);
  const embedded = await window.vegaEmbed(drawing, await answer.json(), {
    mode: "vega-lite",
    renderer: "svg",
    ast: true,
    actions: false,
    defaultStyle: false,
    tooltip: tell,
  });
  return embedded;
}

function prepare(figure) {
  const still = figure.querySelector("picture");
  const drawing = document.createElement("div");
  drawing.className = "drawing";
  drawing.setAttribute("role", "img");
  drawing.setAttribute("aria-label", still.querySelector("img").alt);
  drawing.hidden = true;
  still.after(drawing);
  const button = document.createElement("button");
  button.type = "button";
  button.setAttribute("aria-pressed", "false");
  button.textContent = "Interactive";
  button.title = "Point at marks, turn the wheel to draw nearer, drag to move";
  figure.prepend(button);
  let embedded = null;

  function rest() {
    if (embedded) embedded.finalize();
    embedded = null;
    tip.hidden = true;
    drawing.replaceChildren();
    drawing.hidden = true;
    still.hidden = false;
    button.setAttribute("aria-pressed", "false");
  }

  async function wake() {
    button.disabled = true;
    try {
      drawing.hidden = false;
      embedded = await draw(figure, drawing);
      still.hidden = true;
      button.setAttribute("aria-pressed", "true");
    } catch (error) {
      rest();
      button.textContent = `It stays still: ${error.message ?? "no answer"}`;
    } finally {
      button.disabled = false;
    }
  }

  button.addEventListener("click", () => (embedded ? rest() : wake()));
  dark.addEventListener("change", async () => {
    if (!embedded) return;
    rest();
    await wake();
  });
}

document.querySelectorAll("figure.picture").forEach(prepare);
