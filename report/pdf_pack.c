/* The last step of a PDF: object streams and a document ID made from the content, by qpdf. The same
 * objects give the same bytes. */
#include "report/pdf_internal.h"

#include <errno.h>
#include <qpdf/qpdf-c.h>
#include <stdio.h>
#include <string.h>

static bool pack_check(Pdf *pdf, qpdf_data qpdf)
{
    if (!qpdf_has_error(qpdf))
        return true;
    return diag_fail(pdf->diag, (Place){pdf->path, 0, 0}, MSG_PDF_PACK, pdf->path,
                     qpdf_get_error_full_text(qpdf, qpdf_get_error(qpdf)));
}

static bool file_put(Pdf *pdf, const unsigned char *bytes, size_t size)
{
    FILE *file = fopen(pdf->path, "wb");
    bool good = file && fwrite(bytes, 1, size, file) == size;
    if (file && fclose(file) != 0)
        good = false;
    return good || diag_fail(pdf->diag, (Place){pdf->path, 0, 0}, MSG_FILE_WRITE, pdf->path,
                             strerror(errno));
}

bool pdf_pack(Pdf *pdf, const void *bytes, size_t size)
{
    qpdf_data qpdf = qpdf_init();
    bool good = false;
    qpdf_silence_errors(qpdf);
    qpdf_set_suppress_warnings(qpdf, QPDF_TRUE);
    if (qpdf_read_memory(qpdf, "report", bytes, size, NULL) & QPDF_ERRORS) {
        pack_check(pdf, qpdf);
        goto done;
    }
    qpdf_init_write_memory(qpdf);
    qpdf_set_object_stream_mode(qpdf, qpdf_o_generate);
    qpdf_set_compress_streams(qpdf, QPDF_TRUE);
    qpdf_set_deterministic_ID(qpdf, QPDF_TRUE);
    qpdf_write(qpdf);
    good =
        pack_check(pdf, qpdf) && file_put(pdf, qpdf_get_buffer(qpdf), qpdf_get_buffer_length(qpdf));
done:
    qpdf_cleanup(&qpdf);
    return good;
}
