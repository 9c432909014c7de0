/** What a page that lies in the repository says although it is no longer so, and what it does not say yet. */
export type Differences = { readonly false: readonly string[]; readonly missing: readonly string[] }

/**
 * Compares the statements of a page (its rows and its points, each on a line of its own) with those it would have if it were made now. A statement
 * that is missing is only late: branches add rules and tests all the time, and the page is made anew when they meet. A false one misleads.
 */
export function differences(lying: string, now: string): Differences {
  const [before, after] = [statements(lying), statements(now)]
  return {
    false: [...before].filter((line) => !after.has(line)),
    missing: [...after].filter((line) => !before.has(line)),
  }
}

function statements(text: string): Set<string> {
  const lines = text.split('\n').map((line) => line.trim())
  // Rows of counts and links with a count change with every test that is added; they follow from the others.
  const counted = /^\|[^|]*\| \**\d+\** \| \**\d+\** \|$|^- \[[^\]]*\]\(#[^)]*\): \d+$/
  return new Set(lines.filter((line) => /^(\||- )/.test(line) && !counted.test(line)))
}
