import type { ReactNode } from 'react';

export function DragScope({ children }: { children: ReactNode }) {
  return <>{children}</>;
}
