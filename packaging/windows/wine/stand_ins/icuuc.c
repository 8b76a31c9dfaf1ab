/* Stand-in for the icuuc.dll that Windows 10 has since 1703 and Wine has not. Qt6Core.dll links these converters for
   encodings other than Unicode and Latin 1; the program uses none, so each answers "there is no such converter". */
#define EXPORT __declspec(dllexport)
enum { FILE_ACCESS_ERROR = 4 };

static void refuse(int *error) { if (error) *error = FILE_ACCESS_ERROR; }

EXPORT void *ucnv_open(const char *name, int *error) { refuse(error); return 0; }
EXPORT void ucnv_close(void *converter) {}
EXPORT void ucnv_reset(void *converter) {}
EXPORT signed char ucnv_getMaxCharSize(void *converter) { return 1; }
EXPORT const char *ucnv_getName(void *converter, int *error) { refuse(error); return ""; }
EXPORT const char *ucnv_getStandardName(const char *name, const char *standard, int *error) { refuse(error); return 0; }
EXPORT const char *ucnv_getAvailableName(int index) { return 0; }
EXPORT int ucnv_countAvailable(void) { return 0; }
EXPORT int ucnv_toUCountPending(void *converter, int *error) { return 0; }
EXPORT int ucnv_fromUCountPending(void *converter, int *error) { return 0; }
EXPORT void ucnv_getToUCallBack(void *converter, void **action, const void **context) {}
EXPORT void ucnv_getFromUCallBack(void *converter, void **action, const void **context) {}
EXPORT void ucnv_setToUCallBack(void *c, void *now, void *with, void **old, void **old_with, int *error) { refuse(error); }
EXPORT void ucnv_setFromUCallBack(void *c, void *now, void *with, void **old, void **old_with, int *error) { refuse(error); }
EXPORT void ucnv_cbToUWriteUChars(void *arguments, void *text, int length, int offset, int *error) { refuse(error); }
EXPORT void ucnv_cbFromUWriteUChars(void *arguments, void *text, void *end, int offset, int *error) { refuse(error); }
EXPORT void UCNV_TO_U_CALLBACK_SUBSTITUTE(void) {}
EXPORT void UCNV_FROM_U_CALLBACK_SUBSTITUTE(void) {}
EXPORT void ucnv_toUnicode(void *c, void **to, void *to_end, const char **from, const char *from_end, int *offsets,
                           signed char flush, int *error) { refuse(error); }
EXPORT void ucnv_fromUnicode(void *c, char **to, const char *to_end, const void **from, const void *from_end, int *offsets,
                             signed char flush, int *error) { refuse(error); }
