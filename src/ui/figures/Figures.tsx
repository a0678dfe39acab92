export function Figures() {
  return <p>Figures</p>;
}
