/** Where an asked agency finds its work, and one leg of it. */
export const legsAddress = '/viec/phoi-hop'
export const legAddress = (id: string) => `${legsAddress}/${id}`
