/** Thrown when something sealed does not open: altered, cut short, moved to another place, or sealed by another key. */
export class Tampered extends Error {
  override readonly name = 'Tampered'
}
