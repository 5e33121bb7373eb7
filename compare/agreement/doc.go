// Package agreement says how far coders agree who coded the same units
// independently of each other, and makes the sheets that they code on.
//
//	data, err := agreement.Read(ctx, "codes.csv", bytes, agreement.ReadOptions{})
//	for _, v := range agreement.Variables(data.Ratings, nil) {
//		result, err := agreement.Analyse(ctx, v, agreement.Options{})
//	}
//
// # Coefficients
//
// All but α and AC1 compare coders in pairs. With more than two coders each
// pair has its value, and the coefficient is their mean; Fleiss' κ, AC1 and α
// take all coders at once. A unit that only one coder coded says nothing about
// agreement and is left out, but for Holsti's N and the shares of values in AC1.
//
// In all of them q is the number of values: those of the scale if the codebook
// lists them, else those that occur.
//
//	per cent   mean over pairs of coders of the share of units coded alike;
//	           «all» counts units that all coded alike
//	Holsti     2M / (N₁ + N₂)
//	κ Cohen    (p_o − p_e) / (1 − p_e), p_e = Σ p₁(k)·p₂(k)
//	κ weighted 1 − Σ v·p / Σ v·e, v the distance of two values or its square,
//	           by ranks of an ordinal scale and by numbers otherwise
//	π Scott    p_e = Σ p(k)², p the share among both coders' values
//	PABAK      (q·p_o − 1) / (q − 1)
//	κ Fleiss   p_o mean over units of the share of pairs alike, p_e = Σ p(k)²
//	AC1 Gwet   p_e = Σ p(k)·(1 − p(k)) / (q − 1)
//	α          1 − D_o / D_e, from the matrix of coincidences
//
// What can't be computed is not a number: it has a Reason. Where nobody ever
// disagreed because only one value occurs, chance would have agreed, too, and
// nothing can be said.
//
// # Intervals
//
// Confidence intervals are percentiles of a bootstrap over units: units are
// drawn with replacement, as many as there are, and each coefficient is computed
// anew. Krippendorff's own bootstrap of α draws pairs of values as if they were
// independent of each other, and its intervals are too narrow (Zapf et al.,
// BMC Medical Research Methodology 16:93, 2016, who recommend this one).
package agreement
