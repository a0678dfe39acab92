export function BlockPanel() {
  return <p>Block</p>;
}
