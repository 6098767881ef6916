// Asks the room in a worker, or in the page if the browser allows none: { started, a promise; ask, a function of a question as in room.js that
// returns a promise of its answer, or of null if the room stopped while it answered }.
//
// If the worker cannot be started, the page takes over. If it stops later, which the same question may have caused, the next question starts
// another one, with the reader's corrections.
const connect = (script, read, setup, pause) => {
  // Milliseconds after which a worker counts as not responding.
  const SILENT = 1e4;
  // What every room needs first is requested at once.
  const early = {};
  for (const name of [setup.room, setup.base]) (early[name] = read(name)).catch(() => {});
  const take = (name) => {
    const begun = early[name];
    delete early[name];
    return begun ?? read(name);
  };
  let worker, alarm, runs, alone, here, corrections, number = 0, begin, fail;
  const started = new Promise((resolve, reject) => [begin, fail] = [resolve, reject]);
  started.catch(() => {});
  const waiting = new Map();

  const askHere = async (question) => {
    if (!here) {
      here = engine(loader(take, pause), setup);
      here.started.then(begin, fail);
      if (corrections) here.ask("correct", corrections).catch(() => {});
    }
    const room = here;
    try {
      return await room.ask(...question);
    } catch (error) {
      console.error(error);
      if (here === room) here = undefined;
      return null;
    }
  };

  const send = (question) => new Promise((resolve) => {
    waiting.set(++number, { question, resolve });
    worker.postMessage({ number, question });
  });

  const stop = (why) => {
    clearTimeout(alarm);
    worker.terminate();
    worker = undefined;
    alone = !runs;
    console.warn("the worker stopped (" + (why ?? "it does not answer") + "); " + (alone ? "the page goes on without it" : "another one goes on"));
    const left = [...waiting.values()];
    waiting.clear();
    for (const { question, resolve } of left) resolve(alone ? askHere(question) : null);
  };

  const hear = (mine, { file, started, number, answer }) => {
    if (mine !== worker) return;
    const watch = () => alarm = setTimeout(() => mine === worker && stop(), SILENT);
    clearTimeout(alarm);
    if (file) {
      take(file).then((bytes) => {
        if (file === setup.room) watch();
        mine.postMessage({ file, bytes }, [bytes.buffer]);
      }, (error) => mine.postMessage({ file, error: error.message }));
    } else if (started) {
      runs = true;
      begin();
    } else if (number) {
      waiting.get(number).resolve(answer);
      waiting.delete(number);
    } else watch();
  };

  const hire = () => {
    try {
      // The worker runs this same script; from a Blob, as it then has the policy of the page.
      const code = setup.inline ? script.textContent : `importScripts(${JSON.stringify(script.src)})`;
      const mine = new Worker(URL.createObjectURL(new Blob([code], { type: "text/javascript" })));
      for (const kind of ["error", "messageerror"]) mine.addEventListener(kind, ({ message }) => mine === worker && stop(message));
      mine.addEventListener("message", ({ data }) => hear(mine, data));
      mine.postMessage(setup);
      worker = mine;
      runs = false;
      hear(mine, {});
      if (corrections) send(["correct", corrections]);
    } catch {
      alone = true;
    }
  };

  const ask = (...question) => {
    if (question[0] === "correct") corrections = question[1];
    if (!worker && !alone) hire();
    return worker ? send(question) : askHere(question);
  };
  hire();
  return { started, ask };
};
