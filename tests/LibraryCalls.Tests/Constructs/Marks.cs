using System;

namespace LibraryCalls.Constructs;

/// <summary>It allocates at no call.</summary>
internal sealed class FreeAttribute : Attribute;

/// <summary>It allocates at every call, or at one of many.</summary>
internal sealed class AllocatesAttribute : Attribute;

/// <summary>It allocates, and optimised code does without since what it makes never leaves the method: no promise.</summary>
internal sealed class EscapesAttribute : Attribute;

/// <summary>It allocates at the first call only.</summary>
internal sealed class FirstAttribute : Attribute;

/// <summary>It allocates in unoptimised code only.</summary>
internal sealed class UnoptimisedAttribute : Attribute;

/// <summary>It waits, or calls the kernel, or may.</summary>
internal sealed class BlocksAttribute : Attribute;

/// <summary>It throws, and catches that; the rule that says so.</summary>
internal sealed class ThrowsAttribute(string rule) : Attribute
{
    public string Rule { get; } = rule;
}

/// <summary>What it calls may be anyone's, so that the analyzer cannot know all of it.</summary>
internal sealed class UnprovenAttribute : Attribute;

/// <summary>The analyzer says otherwise; the page of the rule says why, in this sentence.</summary>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
internal sealed class SaidOtherwiseAttribute(string rule, string sentence) : Attribute
{
    public string Rule { get; } = rule;

    public string Sentence { get; } = sentence;
}

/// <summary>Why what may grow and does not is reported.</summary>
internal static class MayGrow
{
    public const string Sentence = "Nor can it be seen that a dictionary has the key already, that as much is taken out as is put in, or that a pool has what is asked for";
}
