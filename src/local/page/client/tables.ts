import './tables.css';
import './frame.ts';

// The tab that is shown is in sight among many.
document.querySelector('.tabs [aria-current]')?.scrollIntoView({ inline: 'center', block: 'nearest' });
