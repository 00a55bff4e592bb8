namespace TopHalf.Tool;

/// <summary>What one instrument of the meter said of one set of tags.</summary>
/// <param name="Instrument">The instrument's name.</param>
/// <param name="Tags">Such as device, driver, vector.</param>
/// <param name="Value">Counted since the binding began; or what is measured, in the instrument's unit.</param>
internal sealed record MetricReading(string Instrument, IReadOnlyDictionary<string, string> Tags, double Value);
