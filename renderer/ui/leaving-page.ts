/** Calls `store` when the window is hidden, closed or loaded anew: what is being written is not lost with it. Answers how to stop. */
export function onLeavingPage(store: () => void): () => void {
  const listening = new AbortController();
  const { signal } = listening;
  const onHidden = (): void => {
    if (document.visibilityState === 'hidden') store();
  };
  document.addEventListener('visibilitychange', onHidden, { signal });
  window.addEventListener('pagehide', store, { signal });
  return () => listening.abort();
}
