/** While mutants run, laws are tried on the same made cases for each, so that none lives or dies by chance. */
import fc from 'fast-check';

fc.configureGlobal({ seed: 8 });
