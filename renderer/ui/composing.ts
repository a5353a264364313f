/** Whether the input method, not the page, owns this key press: Enter takes its candidate and does nothing here. */
export function isComposing(event: Pick<KeyboardEvent, 'isComposing' | 'key' | 'keyCode'>): boolean {
  return event.isComposing || event.key === 'Process' || event.keyCode === 229;
}
