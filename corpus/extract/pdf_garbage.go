package extract

func (r *pdfReading) repairText() {}
