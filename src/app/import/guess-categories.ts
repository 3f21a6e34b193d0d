/** Words of a service's description by which people would look for it, and the category of connectors that they mean. */
const SIGNS: readonly (readonly [category: string, words: RegExp])[] = [
  ['AI', /\b(?:ai|machine learning|language model|embedding|chatbot|inference)s?\b/gi],
  ['Communication', /\b(?:sms|e-?mail|messag(?:e|ing)|voice call|phone number|chat)s?\b/gi],
  ['Commerce', /\b(?:shop|order|cart|product catalog|checkout|e-?commerce|store)s?\b/gi],
  ['Content and Files', /\b(?:file|document|image|video|pdf|upload|photo|media)s?\b/gi],
  ['Finance', /\b(?:payment|invoice|bank|accounting|currenc(?:y|ies)|payroll|tax(?:es)?)s?\b/gi],
  ['Human Resources', /\b(?:employee|recruit\w*|timesheet|candidate|leave request)s?\b/gi],
  ['Internet of Things', /\b(?:iot|sensor|device|telemetry)s?\b/gi],
  ['IT Operations', /\b(?:deploy\w*|server|incident|repositor(?:y|ies)|monitoring|cluster|container)s?\b/gi],
  ['Lifestyle and Entertainment', /\b(?:weather|music|movie|game|recipe|travel|sport)s?\b/gi],
  ['Marketing', /\b(?:campaign|newsletter|audience|advertis\w*)s?\b/gi],
  ['Productivity', /\b(?:task|calendar|note|todo|project|issue)s?\b/gi],
  ['Sales and CRM', /\b(?:crm|lead|opportunit(?:y|ies)|deal|customer)s?\b/gi],
  ['Security', /\b(?:verif\w*|authenticat\w*|threat|vulnerabilit(?:y|ies)|fraud)s?\b/gi],
  ['Social Media', /\b(?:post|follower|tweet|social|timeline)s?\b/gi],
];

/** At most two categories, the likeliest first; `Data` when nothing speaks for another. */
export function guessCategories(text: string): string[] {
  const counted = SIGNS.map(([category, words]) => ({
    category,
    count: text.slice(0, 50_000).match(words)?.length ?? 0,
  }));
  const likely = counted.filter(({ count }) => count > 0).toSorted((one, two) => two.count - one.count);
  return likely.length === 0 ? ['Data'] : likely.slice(0, 2).map(({ category }) => category);
}
