namespace TopHalf.Declarations;

/// <summary>A member of the driver whose value goes into an address when the driver is bound.</summary>
/// <param name="Name">Its name, without any <c>@</c>.</param>
/// <param name="IsStatic">Read through the type instead of the driver object.</param>
/// <param name="IsObsolete">Obsolete for other readers: generated code must be able to read it all the same.</param>
public sealed record MemberModel(string Name, bool IsStatic, bool IsObsolete = false);
