export function Board() {
  return <p>Lanes board</p>;
}
