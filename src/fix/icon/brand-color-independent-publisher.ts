import { valueFix } from '../value-fix.ts';

/** There is one colour for all of them. */
export const brandColorIndependentPublisher = valueFix('icon/brand-color-independent-publisher', () => '#da3b01');
