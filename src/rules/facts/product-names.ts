// Products of the platform, as people write them; what may stand in a name of somebody else's is for nobody to promise.
const PRODUCTS =
  /\b(?:Power ?(?:Apps|Automate|Platform|BI|Pages)|Logic ?Apps|Copilot ?Studio|Dataverse|Microsoft ?Flow)\b/i;

/** The first of the platform's own product names that a text holds, as written there. */
export function productNameIn(text: string): string | undefined {
  return PRODUCTS.exec(text)?.[0];
}
