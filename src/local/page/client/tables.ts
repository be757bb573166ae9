import './tables.css';
