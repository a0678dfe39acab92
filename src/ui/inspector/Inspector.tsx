export function Inspector() {
  return <p>Inspector</p>;
}
