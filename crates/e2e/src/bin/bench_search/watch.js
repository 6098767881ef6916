// Runs before the scripts of a page that installs `window.zeitlupe`. It defines
//   benchReady  a promise of the ms from the navigation until `zeitlupe.ready` is fulfilled
//   benchAsk    (queries) => a promise of [ms, total] for each, asked one after the other
window.benchReady = new Promise((done, fail) => {
  Object.defineProperty(window, "zeitlupe", {
    configurable: true,
    set(room) {
      Object.defineProperty(window, "zeitlupe", { value: room });
      room.ready.then(() => done(performance.now()), fail);
    },
  });
});

window.benchAsk = async (queries) => {
  const answers = [];
  for (const query of queries) {
    const begin = performance.now();
    const { total, hits } = await zeitlupe.search(query, { limit: 10 });
    answers.push([performance.now() - begin, total]);
    const wanted = Math.min(total, 10);
    if (hits.length !== wanted || !hits.every(({ id, title }) => id && title)) {
      throw new Error(`${query}: expected ${wanted} hits with id and title, found ${JSON.stringify(hits)}`);
    }
  }
  return answers;
};
