// Saves the draft as it is written. A lost line is said, the text stays, and saving is tried again; without this the page has a button.
"use strict";

(() => {
  const form = document.getElementById("tell");
  if (!form) {
    return;
  }

  const state = document.getElementById("save-state");
  const readers = document.querySelector("#who-reads span");
  const version = form.elements.namedItem("version");
  const Again = 5000;
  let timer = 0;
  let running = null;
  let changed = false;

  // What was sent without an answer may have arrived: it goes once more as it was, before anything newer.
  let unanswered = null;

  const say = (text, lost) => {
    state.textContent = text;
    state.classList.toggle("lost", Boolean(lost));
  };

  // One at a time: each answer brings the version that the next one is saved on.
  const save = async () => {
    clearTimeout(timer);
    while (running) {
      await running;
    }

    changed = false;
    const again = unanswered;
    const body = again ?? new URLSearchParams(new FormData(form));

    // What is under way when the page is left still arrives, if it is short enough for the browser to keep alive.
    const keepalive = body.toString().length < 60000;
    running = fetch(form.dataset.save, { method: "POST", headers: { Accept: "application/json" }, body, keepalive, redirect: "error" })
      .then(async (answer) => {
        unanswered = null;
        if (answer.status === 401) {
          say(form.dataset.ended, true);
          changed = true;
          return "ended";
        }

        const told = answer.headers.get("Content-Type")?.includes("json") ? await answer.json() : {};
        if (told.version) {
          version.value = told.version;
          readers.textContent = told.readers;
          say(told.text, told.partly);
          changed ||= told.partly;
          return "saved";
        }

        say(told.text ?? form.dataset.failed, true);
        changed = true;
        return "refused";
      })
      .catch(() => {
        say(form.dataset.offline, true);
        changed = true;
        unanswered = body;
        timer = setTimeout(save, Again);
        return "offline";
      });
    const result = await running;
    running = null;
    return again && result !== "offline" ? save() : result;
  };

  form.addEventListener("input", () => {
    changed = true;
    clearTimeout(timer);
    timer = setTimeout(save, 800);
  });
  window.addEventListener("online", () => changed && save());
  document.addEventListener("visibilitychange", () => document.hidden && changed && save());
  document.addEventListener("leaving", (event) => changed && event.detail.push(save()));

  // Sent only when the line is there; a page that the browser shows instead would take the text with it.
  let isReady = false;
  form.addEventListener("submit", async (event) => {
    if (isReady) {
      clearTimeout(timer);
      return;
    }

    event.preventDefault();
    const button = event.submitter;
    if ((await save()) !== "offline") {
      clearTimeout(timer);
      isReady = true;
      form.requestSubmit(button);
      isReady = false;
    } else {
      state.scrollIntoView({ block: "center" });
    }
  });
})();
