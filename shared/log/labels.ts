/** Domain labels: what is signed or hashed under one of them can never pass for something else. FORMAT.md section 1. */
export const EVENT_LABEL = 'chancery/event/v1/sig\0'
export const EVENT_ID_LABEL = 'chancery/event/v1/id\0'
export const EVENT_BODY_LABEL = 'chancery/event/v1/body\0'
