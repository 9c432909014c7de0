import { galleryPages } from '../ui/index.ts'
import type { PageDoor } from '../visit.ts'

/** Every part of every screen, to see and to measure. */
export const gallery: readonly PageDoor[] = Object.entries(galleryPages).map(([path, page]) => ({
  path,
  for: 'anyone',
  get: async ({ language }) => ({ page: page(language) }),
}))
