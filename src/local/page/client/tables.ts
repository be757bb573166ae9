import './tables.css';
import './frame.ts';
