export function ConflictDag() {
  return <p>Conflicts</p>;
}
