// What newer C# needs and netstandard2.0 does not have.
#pragma warning disable IDE0130 // It lives where the compiler looks for it.
namespace System;

/// <summary>Lets list patterns compile for netstandard2.0.</summary>
internal readonly struct Index(int value, bool fromEnd = false)
{
    public int GetOffset(int length) => fromEnd ? length - value : value;
}
