namespace TopHalf;

/// <summary>One instruction of a body.</summary>
/// <param name="Offset">Where it begins.</param>
/// <param name="Code">Which it is: see <see cref="IlCode"/>.</param>
/// <param name="Token">Its operand, where that is a token.</param>
/// <param name="Targets">The offsets that it may branch to.</param>
internal readonly record struct IlInstruction(int Offset, int Code, int Token, int[] Targets);
