/** Draws the page of findings. */
import { render } from 'preact';
import { App } from './App';

const root = document.querySelector('#app');
if (root === null) throw new Error('The page has no #app');
render(<App />, root);
