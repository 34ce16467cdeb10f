// Everything works without this. It moves focus to what is to be mended, leaves the page without a trace in the history, and guards against sending twice.
"use strict";

(() => {
  const summary = document.querySelector("[data-error-summary]");
  if (summary) {
    summary.focus();
  }

  // Leaving: the page goes blank at once, the session ends in the background, and Back leads nowhere.
  document.addEventListener("submit", (event) => {
    const form = event.target;
    if (!form.matches("[data-leave]")) {
      return;
    }

    event.preventDefault();
    document.body.hidden = true;

    // What is half written is saved first where that goes fast; nothing else is waited for.
    const leaving = new CustomEvent("leaving", { detail: [] });
    document.dispatchEvent(leaving);
    Promise.race([Promise.allSettled(leaving.detail), new Promise((done) => setTimeout(done, 500))]).then(() => {
      fetch(form.action, { method: "POST", body: new URLSearchParams(new FormData(form)), keepalive: true, redirect: "manual" }).catch(() => {});
      window.location.replace(form.dataset.leave);
    });
  });

  // A second press on the same button sends nothing twice.
  document.addEventListener("submit", (event) => {
    const form = event.target;
    if (event.defaultPrevented || form.method !== "post" || form.matches("[data-leave]")) {
      return;
    }

    if (form.dataset.sent) {
      event.preventDefault();
      return;
    }

    form.dataset.sent = "yes";
  });
  window.addEventListener("pageshow", () => document.querySelectorAll("form[data-sent]").forEach((form) => delete form.dataset.sent));

  // Paper shows what is folded on the screen.
  window.addEventListener("beforeprint", () => document.querySelectorAll("details.disclosure:not([open])").forEach((details) => {
    details.open = true;
    details.dataset.unfolded = "yes";
  }));
  window.addEventListener("afterprint", () => document.querySelectorAll("details[data-unfolded]").forEach((details) => {
    details.open = false;
    delete details.dataset.unfolded;
  }));
  document.querySelectorAll("[data-print]").forEach((button) => {
    button.hidden = false;
    button.addEventListener("click", () => window.print());
  });
})();
