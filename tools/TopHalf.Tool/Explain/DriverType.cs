namespace TopHalf.Tool;

/// <summary>A driver class of an assembly that was not loaded.</summary>
/// <param name="Name">As reflection takes it: namespace, and + before a nested type.</param>
/// <param name="Contract">The version of the contract that its code was generated for; null where a trimmer took it out.</param>
internal readonly record struct DriverType(string Name, int? Contract);
