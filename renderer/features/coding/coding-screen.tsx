export function CodingScreen() {
  return null;
}
