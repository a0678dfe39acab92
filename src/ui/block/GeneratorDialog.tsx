export function GeneratorDialog(_props: { onClose: () => void }) {
  return null;
}
