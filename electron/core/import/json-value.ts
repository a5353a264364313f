/** The value of a JSON text, or the array of values of JSON lines; undefined if it is neither. */
export function jsonValue(text: string): unknown {
  return parsed(text) ?? lineValues(text);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Every filled line a value of its own, at least two. */
function lineValues(text: string): unknown[] | undefined {
  const values: unknown[] = [];
  for (const line of text.split('\n')) {
    if (line.trim() === '') continue;
    const value = parsed(line);
    if (value === undefined) return undefined;
    values.push(value);
  }
  return values.length > 1 ? values : undefined;
}
