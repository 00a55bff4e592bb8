namespace TopHalf.Analyzers.Tests;

/// <summary>
/// What a line of the corpus expects: at the end of the line <c>//! TH2003</c> a warning, <c>//i TH5001</c> an information, <c>//? TH2006</c>
/// one that may be there too, <c>//p TH2003</c> one of the variant with the planted mistake, <c>//p:BOX TH2003</c> of the variant
/// <c>PLANTED_BOX</c> only. <c>TH2001|TH2010</c> is either.
/// </summary>
internal sealed record CorpusMark(string Path, int Line, string[] Ids, bool IsOptional)
{
    public override string ToString() => $"{Path}({Line}): {string.Join('|', Ids)}";
}
