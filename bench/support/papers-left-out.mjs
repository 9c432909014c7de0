// Loaded before the house to measure what its acts cost without what papers cost by nature: laying out a page (Typst), opening a key
// by its PIN (argon2id), signing a PDF and validating it (RSA-2048, CMS). Those four answer at once with something of the right shape;
// everything else is the house as it is. For measurements only: nothing in the product knows of it.
import { registerHooks } from 'node:module'

const twins = new URL('./papers-left-out.ts', import.meta.url).href
const replaced = /\/src\/(documents\/typst|signatures\/(open-keys|pades|validate))\.ts$/

registerHooks({
  resolve(specifier, context, next) {
    const found = next(specifier, context)
    return replaced.test(found.url) && context.parentURL !== twins ? { ...found, url: twins } : found
  },
})
