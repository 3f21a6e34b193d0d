import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { locationWord } from '../../src/rules/facts/location-word.ts';

const test = suite('rules/location-word');

test('a location of OpenAPI is a word, any other text is quoted and short', () => {
  assert.is(locationWord('formData'), 'formData');
  assert.is(locationWord('cookie'), '"cookie"');
  assert.is(locationWord('a\n"b"'), String.raw`"a\n\"b\""`);
  assert.ok(locationWord('x'.repeat(5000)).length < 70);
});

test.run();
